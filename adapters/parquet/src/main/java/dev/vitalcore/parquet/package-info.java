/**
 * Tables as Apache Parquet files. The library is made for Hadoop; of that nothing runs here, and no
 * class of the library is loaded before the first file is written.
 */
@NullMarked
package dev.vitalcore.parquet;

import org.jspecify.annotations.NullMarked;
