package dev.vitalcore.contracts.saga;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A named text of a saga: what it was started with, or what a step found. */
public record SagaDatum(String name, String value) {
    /** Most of them at one place. */
    public static final int LIMIT = 64;

    private static final int NAME_LIMIT = 80;
    private static final int VALUE_LIMIT = 1_000;

    public SagaDatum {
        if (name.isBlank() || name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException(
                    "the name of a datum has " + name.length() + " characters: 1 to " + NAME_LIMIT);
        }
        if (value.length() > VALUE_LIMIT) {
            throw new IllegalArgumentException(
                    "datum "
                            + name
                            + " has "
                            + value.length()
                            + " characters: at most "
                            + VALUE_LIMIT
                            + "; keep large things elsewhere and name them here");
        }
    }

    /** By name. */
    public static List<SagaDatum> listOf(Map<String, String> texts) {
        if (texts.size() > LIMIT) {
            throw new IllegalArgumentException(
                    texts.size() + " data are too many for a saga: at most " + LIMIT);
        }
        List<SagaDatum> data = new ArrayList<>();
        new TreeMap<>(texts).forEach((name, value) -> data.add(new SagaDatum(name, value)));
        return data;
    }

    /** In the order of the list. */
    public static Map<String, String> mapOf(List<SagaDatum> data) {
        Map<String, String> texts = new LinkedHashMap<>();
        data.forEach(datum -> texts.put(datum.name(), datum.value()));
        return texts;
    }
}
