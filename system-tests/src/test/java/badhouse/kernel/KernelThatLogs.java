package badhouse.kernel;

import org.slf4j.Logger;

/** Breaks: kernel needs nothing but the JDK. */
record KernelThatLogs(Logger logger) {}
