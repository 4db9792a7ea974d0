package dev.vitalcore.gateway.rest;

import java.util.ArrayList;
import java.util.List;

/** A list of channels, of which some are expressions. */
final class ChannelNames {
    private ChannelNames() {}

    /** Cut at commas outside of parentheses and quotes: those within are of an expression. */
    static List<String> split(String text) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            quoted ^= character == '"';
            if (quoted) {
                continue;
            }
            depth += character == '(' ? 1 : 0;
            depth -= character == ')' ? 1 : 0;
            if (character == ',' && depth <= 0) {
                names.add(text.substring(begin, at));
                begin = at + 1;
                depth = 0;
            }
        }
        names.add(text.substring(begin));
        return names;
    }
}
