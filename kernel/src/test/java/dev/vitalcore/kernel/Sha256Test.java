package dev.vitalcore.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** The first example of FIPS 180-4 for SHA-256. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aTextHasTheDigestOfItsBytes() {
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex("Nürburgring"))
                .isEqualTo(Sha256.hex("Nürburgring".getBytes(UTF_8)))
                .isNotEqualTo(Sha256.hex("Nurburgring"));
    }

    @Test
    void piecesHaveTheDigestOfTheWhole() {
        MessageDigest digest = Sha256.begin();
        digest.update("a".getBytes(UTF_8));
        digest.update("bc".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(ABC);
    }
}
