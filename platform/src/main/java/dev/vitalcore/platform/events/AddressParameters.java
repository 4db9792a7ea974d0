package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What stands behind the question mark of an event store's address, e.g. {@code
 * ?sslmode=verify-full&password-file=/run/secrets/db}. Strict: what is not understood is refused,
 * since a misspelt parameter would otherwise connect in another way than was asked for. Values are
 * not repeated in messages.
 */
public final class AddressParameters {
    private static final int NAME_SHOWN = 40;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|\\[?::1]?|127(\\.\\d{1,3}){3}");

    private final Map<String, String> left = new HashMap<>();
    private final Function<String, Fault> unusable;

    /**
     * @param unusable the fault of an address, of what is wrong with it
     * @throws Fault when a parameter has no name or no value, or is given twice
     */
    public AddressParameters(URI address, Function<String, Fault> unusable) {
        this.unusable = unusable;
        if (address.getRawQuery() != null) {
            for (String pair : address.getRawQuery().split("&", -1)) {
                read(pair);
            }
        }
    }

    /** The value, once. */
    public Optional<String> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    /**
     * @throws Fault when one was not taken
     */
    public void requireNoOther() {
        for (String unknown : left.keySet()) {
            throw unusable.apply(
                    "parameter '" + Text.abbreviate(unknown, NAME_SHOWN) + "' is not known");
        }
    }

    /** Whether a host is this machine, where nobody listens in. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private void read(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String shown = "parameter '" + Text.abbreviate(name, NAME_SHOWN) + "' ";
        if (name.isEmpty() || equals < 0 || equals == pair.length() - 1) {
            throw unusable.apply(shown + "has no value");
        }
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        if (left.put(name, value) != null) {
            throw unusable.apply(shown + "is given twice");
        }
    }
}
