package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.notice.NoticeBoard.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people are told. */
@RestController
@RequestMapping("/api/v1/notices")
final class NoticeResource {
    private static final Set<String> KNOWN = Set.of("before", "limit");
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final NoticeBoard board;

    NoticeResource(GatewayServices services) {
        this.board = services.decisions().notices();
    }

    @GetMapping
    Listed list(@RequestParam Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        int limit = Parameters.whole(parameters, "limit", 1, MOST).orElse(USUAL);
        int before =
                Parameters.whole(parameters, "before", 1, Integer.MAX_VALUE)
                        .orElse(Integer.MAX_VALUE);
        return new Listed(board.newest(before, limit).stream().map(NoticeJson::of).toList());
    }

    record Listed(List<NoticeJson> notices) {}

    record NoticeJson(long number, Instant at, String level, String about, String text) {
        static NoticeJson of(Kept kept) {
            return new NoticeJson(
                    kept.number(),
                    EpochNanos.toInstant(kept.notice().atNanos()),
                    kept.notice().level().name().toLowerCase(Locale.ROOT),
                    kept.notice().about(),
                    kept.notice().text());
        }
    }
}
