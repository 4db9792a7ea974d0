package dev.vitalcore.app.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The option {@code --format} and what it does, shared by the commands that print results. */
final class Output {
    /** The forms of output. */
    enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, json or csv (default: table)")
    private Format format = Format.TABLE;

    /** Whether words for a human may stand around the result. */
    boolean forHumans() {
        return format == Format.TABLE;
    }

    /**
     * Where warnings and the like go that are no rows of the table; nowhere for json, which has
     * them in the report. A spreadsheet gets rows only.
     */
    Optional<PrintWriter> notes(CommandLine command) {
        return switch (format) {
            case TABLE -> Optional.of(command.getOut());
            case CSV -> Optional.of(command.getErr());
            case JSON -> Optional.empty();
        };
    }

    /**
     * Prints a result.
     *
     * @param report what json shows, a record; names become snake_case
     */
    void print(PrintWriter out, Object report, Supplier<Table> table) {
        switch (format) {
            case TABLE -> table.get().printAligned(out);
            case CSV -> table.get().printCsv(out);
            case JSON -> out.println(json().writeValueAsString(report));
        }
        out.flush();
    }

    private static JsonMapper json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }
}
