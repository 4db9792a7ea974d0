package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files over real HTTP from the real store. */
class ExportIT {
    private static final CircleRun RUN = new CircleRun("circle", "7");
    private static final CircleRun OTHER = new CircleRun("circle", "8");
    private static final int SECONDS = 50;

    private static final String EXPORT = "/sessions/circle/export";

    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void feedASession() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        List<TelemetryBlock> blocks = new ArrayList<>(RUN.blocks(0, SECONDS));
        blocks.set(30, RUN.block(30, Double.NaN));
        blocks.subList(40, 45).clear();
        platform.feed(blocks);
        platform.feed(OTHER.blocks(0, 2));
        platform.publish(RUN.timing());
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.get("/sessions/circle/entries/7/laps").path("laps").size() == 3);
        awaitLastSamples("7", SECONDS - 1);
        awaitLastSamples("8", 1);
    }

    private static void awaitLastSamples(String car, int second) {
        String last = "/sessions/circle/entries/" + car + "/series?channels=%s&from_s=" + second;
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        size(last.formatted("throttle")) == 50
                                && size(last.formatted("speed")) == 10);
    }

    private static int size(String series) {
        return platform.get(series).at("/series/0/x").size();
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void putsAllChannelsOfACarIntoTheRowsOfTheFastest() {
        HttpResponse<String> answer = platform.answer(EXPORT + "?cars=7");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"circle-7.csv\"");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("time_s,utc,latitude [deg],longitude [deg],speed [km/h],throttle [%]");
        assertThat(lines).hasSize(1 + (SECONDS - 5) * 50);
        assertThat(lines.get(1)).startsWith("0.000,2026-06-01T12:00:00.000000000Z,");
        assertThat(lines.get(1 + 26)).endsWith("," + (float) CircleRun.SPEED_KMH + ",52");
    }

    @Test
    void leavesBlankWhatACarDidNotSayAndLeavesOutHoles() {
        List<String> lines = lines("?cars=7&channels=speed,throttle&from_s=29&to_s=47");

        assertThat(lines).hasSize(1 + (18 - 5) * 50);
        // Half a period beside the hole the samples there still count.
        assertThat(row(lines, "29.940")).endsWith("," + (float) CircleRun.SPEED_KMH + ",94");
        assertThat(row(lines, "30.500")).endsWith(",,100");
        assertThat(lines)
                .noneMatch(line -> line.startsWith("42."))
                .anyMatch(l -> l.startsWith("45.000"));
    }

    @Test
    void keepsEachSampleAtItsOwnTimeWhereNothingIsToBeFilled() {
        List<String> lines = lines("?cars=7&channels=speed,throttle&to_s=1&fill=none");

        assertThat(lines).hasSize(1 + 50);
        assertThat(row(lines, "0.100")).endsWith("," + (float) CircleRun.SPEED_KMH + ",10");
        assertThat(row(lines, "0.120")).endsWith("Z,,12");
    }

    @Test
    void cutsOutALap() {
        List<String> lines = lines("?cars=7&channels=throttle&lap=2&hz=2");

        assertThat(lines).hasSize(1 + 40);
        assertThat(lines.get(1)).startsWith("5.000,");
        assertThat(lines.getLast()).startsWith("24.500,").endsWith(",100");
    }

    @Test
    void endsWithTheSessionWhateverIsAskedFor() {
        List<String> whole = lines("?cars=7&channels=throttle&hz=10");

        assertThat(lines("?cars=7&channels=throttle&hz=10&from_s=-3e9&to_s=3e9")).isEqualTo(whole);
        assertThat(whole.getLast()).startsWith("49.900,");
    }

    @Test
    void calculatesAnExpressionThatIsNamed() {
        List<String> lines = lines("?cars=7&channels=throttle,%3D2*speed&to_s=1");

        assertThat(lines.getFirst()).isEqualTo("time_s,utc,throttle [%],'=2*speed [km/h]");
        assertThat(row(lines, "0.100")).endsWith("Z,10," + 2 * (float) CircleRun.SPEED_KMH);
    }

    @Test
    void keepsTheRateOfAMotecFileOverAHole() {
        List<String> lines =
                lines("?cars=7&channels=throttle&format=motec-csv&hz=10&from_s=38&to_s=47");

        assertThat(lines.get(10)).startsWith("\"Range\",\"38.000 - 47.000 s\"");
        assertThat(lines).hasSize(18 + 9 * 10).contains("4.000,");
        assertThat(lines.getLast()).startsWith("8.900,");
    }

    @Test
    void givesAMotecFileOneRateAndItsBeacons() {
        HttpResponse<String> answer = platform.answer(EXPORT + "?cars=7&format=motec-csv&to_s=30");

        List<String> lines = answer.body().lines().toList();
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"circle-7.csv\"");
        assertThat(lines.get(1)).startsWith("\"Venue\",\"Circle\"");
        assertThat(lines.get(3)).startsWith("\"Driver\",\"Ada\"");
        assertThat(lines.get(8)).startsWith("\"Sample Rate\",\"50.000\",\"Hz\"");
        assertThat(lines.get(11)).isEqualTo("\"Beacon Markers\",\"5.000 25.000\"");
        assertThat(lines.get(14)).contains("\"Ground Speed\",\"Throttle Pos\"");
        assertThat(lines).hasSize(18 + 30 * 50);
        assertThat(lines.getLast()).startsWith("29.980,");
    }

    @Test
    void writesParquet() throws Exception {
        HttpResponse<byte[]> answer =
                bytes(
                        EXPORT
                                + "?cars=7&channels=latitude,throttle&format=parquet&from_s=10&to_s=12");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"circle-7.parquet\"");
        try (ParquetFileReader file =
                        ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(answer.body())));
                RowReader rows = file.rowReader()) {
            assertThat(file.getFileMetaData().numRows()).isEqualTo(100);
            assertThat(file.getFileMetaData().keyValueMetadata())
                    .containsEntry("unit.throttle", "%");
            rows.next();
            assertThat(rows.getTimestamp("time")).isEqualTo(CircleRun.START.plusSeconds(10));
            assertThat(rows.getFloat("throttle")).isEqualTo(0);
            assertThat(rows.getDouble("latitude")).isEqualTo(45, offset(0.002));
        }
    }

    @Test
    void packsSeveralCarsIntoAnArchive() throws Exception {
        HttpResponse<byte[]> answer = bytes(EXPORT + "?channels=speed&hz=10&to_s=2");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"circle.zip\"");
        Map<String, String> files = unzipped(answer.body());
        assertThat(files.keySet()).containsExactly("circle-7.csv", "circle-8.csv");
        assertThat(files.values())
                .allSatisfy(text -> {
                    assertThat(text).startsWith("time_s,utc,speed [km/h]\r\n");
                    assertThat(text.lines()).hasSize(1 + 20);
                });
    }

    @Test
    void isPackedOnTheWayForThoseWhoAskForIt() throws Exception {
        HttpResponse<byte[]> answer =
                platform.http()
                        .send(
                                platform.request(EXPORT + "?cars=7")
                                        .header("Accept-Encoding", "gzip")
                                        .build(),
                                BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(platform.answer(EXPORT + "?cars=7").body());
        }
    }

    @Test
    void saysBeforehandWhatWouldCome() {
        HttpResponse<String> head =
                platform.send(
                        platform.request(EXPORT + "?cars=7")
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"circle-7.csv\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?cars=9 | 404 | car-unknown | known so far: '7', '8'",
                "?cars=8&lap=2 | 404 | lap-unknown | /api/v1/sessions/circle/entries/8/laps",
                "?channels=Speed | 404 | channel-unknown | did you mean 'speed'?",
                "?channels=speed,fuel | 404 | channel-unknown | known so far: 'latitude', 'longitude'",
                "?from_s=60&to_s=70 | 400 | range-empty | the session, which is from 0 s to 49.98 s",
                "?cars=7&channels=%3Dthrottle+%2B+speed | 400 | expression-units-differ | put together",
                "?cars=7&channels=%3Dintegral(speed) | 400 | channel-not-exportable | export the channels",
                "?from_s=60 | 400 | range-empty | let it begin before the session ends",
                "?lap=2 | 400 | parameter-unusable | name the one car with cars=",
                "?format=xlsx | 400 | parameter-unusable | give csv, motec-csv or parquet"
            })
    void refusesWithAProblem(String query, int status, String code, String remedy) {
        HttpResponse<String> answer = platform.answer(EXPORT + query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(answer.body()).contains("urn:vitalcore:problem:" + code).contains(remedy);
    }

    private static List<String> lines(String query) {
        HttpResponse<String> answer = platform.answer(EXPORT + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    private static String row(List<String> lines, String time) {
        return lines.stream().filter(line -> line.startsWith(time + ",")).findFirst().orElseThrow();
    }

    private static HttpResponse<byte[]> bytes(String path) throws Exception {
        return platform.http().send(platform.request(path).build(), BodyHandlers.ofByteArray());
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
