package dev.vitalcore.trackdata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider answered, and what it said of the version of it.
 *
 * @param validators of HTTP: ETag and Last-Modified, as they came; empty where there were none
 * @param at when the provider last said that it is so
 */
record Document(byte[] body, Validators validators, Instant at) {
    /** By which the provider knows whether it has a newer version (RFC 9110, section 8.8). */
    record Validators(String etag, String lastModified) {
        static final Validators NONE = new Validators("", "");

        private static final int LONGEST = 256;

        /** What cannot be sent back is not kept. */
        Validators {
            etag = usable(etag);
            lastModified = usable(lastModified);
        }

        /** The headers that ask for a newer version only. */
        Map<String, String> conditions() {
            Map<String, String> headers = new LinkedHashMap<>();
            if (!etag.isEmpty()) {
                headers.put("If-None-Match", etag);
            }
            if (!lastModified.isEmpty()) {
                headers.put("If-Modified-Since", lastModified);
            }
            return headers;
        }

        private static String usable(String text) {
            boolean printable = text.chars().allMatch(c -> c >= ' ' && c <= '~');
            return printable && text.length() <= LONGEST ? text : "";
        }
    }

    Document confirmedAt(Instant later) {
        return new Document(body, validators, later);
    }
}
