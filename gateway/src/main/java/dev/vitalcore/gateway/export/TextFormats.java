package dev.vitalcore.gateway.export;

import dev.vitalcore.platform.table.TableFormat;

/** The formats that need no library. */
public final class TextFormats {
    public static final TableFormat CSV = new CsvFormat();
    public static final TableFormat MOTEC_CSV = new MotecCsvFormat();

    private TextFormats() {}
}
