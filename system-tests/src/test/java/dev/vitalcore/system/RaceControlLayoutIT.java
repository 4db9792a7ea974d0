package dev.vitalcore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That what race control shows can be read, at a desk and on a phone. */
class RaceControlLayoutIT extends OnDecidedRaces {
    private static final int[] DESK = {1_440, 900};
    private static final int[] PHONE = {390, 844};
    private static final String LONG_NAME =
            "Grand Prix of the Ardennes with a long official title, second running of 2026";

    /** What of the text of a tile lies outside it, and what tile is not where its place is. */
    private static final String BROKEN_TILES =
            """
            tiles => tiles.flatMap(tile => {
              const box = tile.getBoundingClientRect();
              const place = tile.parentElement.getBoundingClientRect();
              const text = document.createRange();
              text.selectNodeContents(tile);
              const inside = [...text.getClientRects()].every(each => each.top >= box.top - 1
                  && each.bottom <= box.bottom + 1 && each.left >= box.left && each.right <= box.right);
              return [
                ...(Math.abs(box.top - place.top) > 0.5 ? [`${tile.title}: beside its place`] : []),
                ...(inside ? [] : [`${tile.title}: its text is cut`]),
              ];
            })
            """;

    @BeforeAll
    static void decide() {
        RaceControlDesk desk = start();
        Instant start = Instant.now().minusSeconds(600);
        desk.decide(
                "ring",
                "schedule_session",
                "anna",
                start,
                "'kind':'race','name':'%s','circuit':'Spa','start':'%s','marshal_sectors':24"
                        .formatted(LONG_NAME, start));
        IntStream.rangeClosed(1, 20)
                .forEach(car ->
                        desk.decide(
                                "ring",
                                "register_entry",
                                "race office",
                                start,
                                "'car':'c%d','team':'Team','drivers':['N. N.']".formatted(car)));
        desk.decide("ring", "open_session", "anna", start, "");
        desk.decide("ring", "go_green", "anna", start, "");
        flag(desk, 9, "double_yellow");
        flag(desk, 10, "slippery");
        flag(desk, 24, "double_yellow");
    }

    private static void flag(RaceControlDesk desk, int sector, String flag) {
        desk.decide(
                "ring",
                "show_sector_flag",
                "post",
                Instant.now(),
                "'sector':%d,'flag':'%s','reason':'oil'".formatted(sector, flag));
    }

    @Test
    void aFlagLeavesTheTileOfItsSectorWhereItIsAndCanBeRead() {
        for (int[] size : List.of(DESK, PHONE)) {
            open("#/race-control/ring", size[0], size[1]);
            Locator tiles = all("sector");
            assertThat(tiles).hasCount(24, SOON_AS_MANY);
            assertThat(tiles.evaluateAll(BROKEN_TILES)).isEqualTo(List.of());
        }
    }

    @Test
    void aLongNameHidesNoColumnOfTheList() {
        open("#/race-control", DESK[0], DESK[1]);
        Locator row = page().locator("[data-testid=board-row][data-session=ring]");
        assertThat(row).isVisible(SOON);

        assertThat(row.getByText(LONG_NAME)).hasAttribute("title", LONG_NAME);
        assertThat(
                        all("board-of-all")
                                .evaluate(
                                        "table => table.scrollWidth <= table.parentElement.clientWidth"))
                .isEqualTo(true);
    }

    @Test
    void onAPhoneTheHistoryOfACarComesIntoSightWithTheFocusAndGoesBackToTheCar() {
        open("#/race-control/ring", PHONE[0], PHONE[1]);
        Locator car = page().locator("[data-testid=entry-row] [data-subject='entry/c20']");
        car.click();

        assertThat(all("history-close")).isInViewport();
        assertThat(page().locator(".history :focus, .history:focus")).hasCount(1);
        page().keyboard().press("Escape");
        assertThat(car).isFocused();
        assertThat(car).isInViewport();
    }
}
