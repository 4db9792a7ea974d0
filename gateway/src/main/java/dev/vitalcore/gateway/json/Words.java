package dev.vitalcore.gateway.json;

import java.util.Locale;

/** Constants as JSON spells them. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
