package dev.vitalcore.avro;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/** What Avro finds between two schemas, in words that name the field. */
final class Incompatibilities {
    private Incompatibilities() {}

    /**
     * @param within the path at which the two schemas stand; empty for whole ones
     */
    static List<String> between(Schema reader, Schema writer, String within) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .flatMap(found -> tell(reader, found, within))
                .distinct()
                .toList();
    }

    private static Stream<String> tell(Schema reader, Incompatibility found, String within) {
        if (found.getType() == SchemaIncompatibilityType.MISSING_UNION_BRANCH) {
            return ofChoice(reader, found, within);
        }
        String at = joined(within, path(reader, found.getLocation()));
        String told = found.getMessage();
        return Stream.of(
                switch (found.getType()) {
                    case READER_FIELD_MISSING_DEFAULT_VALUE ->
                            "field '" + at + "' is missing in what was written and has no default";
                    case MISSING_ENUM_SYMBOLS ->
                            "enum '" + at + "' has no default and does not know " + told;
                    case TYPE_MISMATCH -> "type of '" + at + "' cannot be read: " + told;
                    case NAME_MISMATCH -> "name of '" + at + "' is another: " + told;
                    case FIXED_SIZE_MISMATCH -> "size of '" + at + "' is another: " + told;
                    case MISSING_UNION_BRANCH -> throw new IllegalStateException("told above");
                });
    }

    /**
     * Avro says of a union that a choice is not there even where one of that name is and differs
     * within; then what differs is told.
     */
    private static Stream<String> ofChoice(Schema reader, Incompatibility found, String within) {
        String location = found.getLocation();
        int index = location.lastIndexOf('/');
        String at = joined(within, path(reader, location.substring(0, Math.max(index, 0))));
        Schema writer = found.getWriterFragment();
        Schema written =
                writer.getType() == Schema.Type.UNION
                        ? writer.getTypes().get(Integer.parseInt(location.substring(index + 1)))
                        : writer;
        Optional<Schema> known =
                found.getReaderFragment().getTypes().stream()
                        .filter(choice -> choice.getFullName().equals(written.getFullName()))
                        .findFirst();
        return known.isPresent()
                ? between(known.get(), written, joined(at, written.getName())).stream()
                : Stream.of("union '" + at + "' does not know " + written.getFullName());
    }

    /**
     * The names of the fields on the way, e.g. {@code gates.name}.
     *
     * @param location as Avro gives it: a JSON pointer such as {@code
     *     /fields/2/type/items/fields/0}
     */
    private static String path(Schema schema, String location) {
        String path = "";
        @SuppressWarnings("StringSplitter") // empty steps are stepped over
        String[] steps = location.split("/");
        Schema at = schema;
        for (int i = 1; i < steps.length; i++) {
            String step = steps[i];
            if (step.equals("fields") && i + 1 < steps.length) {
                Schema.Field field = at.getFields().get(Integer.parseInt(steps[++i]));
                path = joined(path, field.name());
                at = field.schema();
            } else if (step.equals("items")) {
                at = at.getElementType();
            } else if (step.equals("values")) {
                at = at.getValueType();
            } else if (at.getType() == Schema.Type.UNION && isNumber(step)) {
                at = at.getTypes().get(Integer.parseInt(step));
                path = joined(path, at.getName());
            }
        }
        return path;
    }

    private static String joined(String within, String path) {
        return within.isEmpty() || path.isEmpty() ? within + path : within + "." + path;
    }

    private static boolean isNumber(String step) {
        return !step.isEmpty() && step.chars().allMatch(Character::isDigit);
    }
}
