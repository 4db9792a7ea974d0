package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.app.Platform;
import dev.vitalcore.app.PlatformSettings;
import dev.vitalcore.app.feed.RecordingFeed.Outcome;
import dev.vitalcore.app.kill.HaltingStore;
import dev.vitalcore.app.kill.JavaProcess;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.SagaView.Phase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An import of three files, one of them damaged, is killed at every point between two durable steps
 * and resumed. Each time the platform must have the same blocks as after an import that was left
 * alone.
 */
class ImportKillIT {
    private static final Pattern POINTS = Pattern.compile("points ([0-9]+)");
    private static final Pattern BLOCKS = Pattern.compile("blocks ([0-9]+)");

    @TempDir private Path folder;

    @Test
    void endsTheSameWhereverItIsKilled() throws IOException {
        List<Path> files =
                List.of(whole("a.csv", 4_000), cut("b.csv.gz", 30_000), whole("c.csv", 5_000));
        try (Platform platform = Platform.start(PlatformSettings.temporary(0));
                PlatformClient client = new PlatformClient(platform.address())) {
            JavaProcess.Ended calm = run(platform.address(), "calm", -1, files);
            assertThat(calm.output()).contains("damaged 1");
            int points = number(POINTS, calm.output());
            int blocks = number(BLOCKS, calm.output());
            Map<String, Long> expected = awaitArrived(client, "calm", blocks);
            // The start, the outcomes of four steps, and that it was told: before and after each.
            assertThat(points).isEqualTo(12);
            assertThat(expected).hasSize(3).allSatisfy((car, n) -> assertThat(n).isPositive());

            for (int point = 0; point < points; point++) {
                String session = "killed-" + point;
                JavaProcess.Ended killed = run(platform.address(), session, point, files);
                assertThat(killed.code()).as(killed.output()).isEqualTo(HaltingStore.KILLED);

                assertThat(resumed(platform.address(), session, files))
                        .as("point " + point)
                        .isEqualTo(Phase.COMPLETE_WITH_FAILURES);
                assertThat(awaitArrived(client, session, blocks))
                        .as("point " + point)
                        .isEqualTo(expected);
            }
            assertThat(client.get("/api/v1/dead-letters").path("dead_letters")).isEmpty();
        }
    }

    private JavaProcess.Ended run(URI server, String session, int haltAt, List<Path> files) {
        String[] arguments = new String[4 + files.size()];
        arguments[0] = jobs(session).toString();
        arguments[1] = Integer.toString(haltAt);
        arguments[2] = server.toString();
        arguments[3] = session;
        for (int i = 0; i < files.size(); i++) {
            arguments[4 + i] = files.get(i).toString();
        }
        return JavaProcess.run(folder.resolve("out.txt"), HaltedImport.class, arguments);
    }

    /** A job that was killed before anything was kept of it is started again. */
    private Phase resumed(URI server, String session, List<Path> files) {
        ImportFolder jobs = new ImportFolder(jobs(session));
        RecordingImport imports = new RecordingImport(jobs);
        List<SagaView> begun = imports.list();
        if (begun.isEmpty()) {
            assertThat(run(server, session, -1, files).code()).isZero();
        } else {
            Outcome outcome =
                    imports.resume(begun.getFirst().saga().id(), new HaltedImport.Silent());
            assertThat(outcome.damaged())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("b.csv.gz"));
        }
        return imports.list().getFirst().phase();
    }

    private Path jobs(String session) {
        return folder.resolve("jobs-" + session);
    }

    /** Blocks by car, as the ledger has them now. */
    private static Map<String, Long> arrived(PlatformClient client, String session) {
        Map<String, Long> arrived = new TreeMap<>();
        for (JsonNode line : client.get("/api/v1/sessions/" + session + "/ledger").path("ledger")) {
            assertThat(line.path("missing")).isEmpty();
            arrived.put(line.path("car").asString(), line.path("arrived").asLong());
        }
        return arrived;
    }

    /** The ledger lags; of the damaged file nobody waits for the last blocks. */
    private static Map<String, Long> awaitArrived(
            PlatformClient client, String session, long blocks) {
        await("blocks of " + session)
                .atMost(Duration.ofSeconds(30))
                .until(() -> sum(arrived(client, session)) >= blocks);
        return arrived(client, session);
    }

    private static long sum(Map<String, Long> arrived) {
        return arrived.values().stream().mapToLong(Long::longValue).sum();
    }

    private static int number(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        assertThat(matcher.find()).as(output).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private Path whole(String name, int rows) throws IOException {
        return Files.writeString(folder.resolve(name), text(rows));
    }

    private Path cut(String name, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text(rows).getBytes(StandardCharsets.US_ASCII));
        }
        return Files.write(
                folder.resolve(name), Arrays.copyOf(bytes.toByteArray(), bytes.size() * 9 / 10));
    }

    private static String text(int rows) {
        StringBuilder text = new StringBuilder("time [s],speed [km/h]\n");
        for (int row = 0; row < rows; row++) {
            text.append(
                    String.format(
                            Locale.ROOT, "%.2f,%.4f\n", row / 100.0, 150 + 90 * Math.sin(row)));
        }
        return text.toString();
    }
}
