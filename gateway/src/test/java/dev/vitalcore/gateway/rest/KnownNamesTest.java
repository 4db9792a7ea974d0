package dev.vitalcore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    @Test
    void asksBackWhereOnlyTheSpellingDiffers() {
        KnownNames known = new KnownNames(List.of("monza", "road-america-fp1"), "/sessions");

        assertThat(known.remedyFor("Monza")).contains("did you mean 'monza'?");
        assertThat(known.remedyFor("Road America FP1")).contains("'road-america-fp1'");
        assertThat(known.remedyFor("road_america_fp1")).contains("'road-america-fp1'");
        assertThat(known.meantBy("road-america-fp10")).isEmpty();
    }

    @Test
    void showsAFewNamesAndWhereAllOfThemAre() {
        assertThat(new KnownNames(List.of("7", "8"), "/entries").remedyFor("9"))
                .isEqualTo("known so far: '7', '8'; see /entries for those that exist");
        assertThat(new KnownNames(List.of("1", "2", "3", "4", "5", "6"), "/entries").remedyFor("9"))
                .isEqualTo(
                        "known are, among others, '1', '2', '3', '4', '5'; see /entries for those that exist");
        assertThat(new KnownNames(List.of(), "/entries").remedyFor("9"))
                .isEqualTo("there is none yet; see /entries for those that exist");
    }
}
