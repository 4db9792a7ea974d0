package dev.vitalcore.contracts.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.Trackside.IncidentKind;
import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.kernel.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracksideTest {
    @Test
    void everyCodeMeansWhatItWasMadeOf() {
        assertThat(RaceFlag.values())
                .allSatisfy(flag -> assertThat(RaceFlag.of(flag.code())).contains(flag));
        assertThat(SectorFlag.values())
                .allSatisfy(flag -> assertThat(SectorFlag.of(flag.code())).contains(flag));
        assertThat(IncidentKind.values())
                .allSatisfy(kind -> assertThat(IncidentKind.of(kind.code())).contains(kind));
        assertThat(TyreCompound.values())
                .allSatisfy(one -> assertThat(TyreCompound.of(one.code())).contains(one));
    }

    @Test
    void aCodeOfNothingMeansNothing() {
        assertThat(RaceFlag.of(6)).isEmpty();
        assertThat(RaceFlag.of(1.5)).isEmpty();
        assertThat(SectorFlag.of(Double.NaN)).isEmpty();
        assertThat(IncidentKind.of(0)).isEmpty();
        assertThat(TyreCompound.of(0)).isEmpty();
    }

    @Test
    void eachMarshalSectorHasAChannel() {
        assertThat(StandardChannels.UNITS)
                .containsEntry("flag_sector_1", Unit.NONE)
                .containsEntry("flag_sector_24", Unit.NONE)
                .doesNotContainKey("flag_sector_25");
        assertThatThrownBy(() -> Trackside.sectorChannel(25))
                .hasMessage("marshal sector 25; they count from 1 to 24");
    }

    /** Others who write a source go by the page. */
    @Test
    void thePageListsTheCodes() throws Exception {
        String page = Files.readString(Path.of("../docs/trackside.md"));

        assertThat(page)
                .contains("| `flag` | | " + codes(codesOf(RaceFlag.values(), RaceFlag::code)))
                .contains(codes(codesOf(SectorFlag.values(), SectorFlag::code)))
                .contains(codes(codesOf(IncidentKind.values(), IncidentKind::code)))
                .contains(codes(codesOf(TyreCompound.values(), TyreCompound::code)));
    }

    private static <E extends Enum<E>> Map<Integer, String> codesOf(
            E[] values, ToIntFunction<E> code) {
        return Stream.of(values)
                .collect(
                        Collectors.toMap(
                                code::applyAsInt,
                                one -> one.name().toLowerCase(Locale.ROOT),
                                (first, second) -> first,
                                TreeMap::new));
    }

    /** As the page writes them: {@code 1 soft, 2 medium}. */
    private static String codes(Map<Integer, String> words) {
        return words.entrySet().stream()
                .map(word -> word.getKey() + " " + word.getValue().replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
