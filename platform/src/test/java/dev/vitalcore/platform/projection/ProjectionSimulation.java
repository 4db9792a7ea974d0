package dev.vitalcore.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.projection.Generation.State;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.DyingDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One schedule: chance appends, follows, rebuilds, retries, raises the schema version, breaks and
 * mends the projection, gives pages again, and ends the process at any commit. After each step the
 * view is compared with what the store says it must be. The same seed gives the same schedule.
 */
public final class ProjectionSimulation {
    private static final int STEPS = 120;

    private final Random chance;
    private final Database database;
    private final SimulatedEvents appends;
    private final ExpectedView expected;
    private final Set<Integer> poison = new TreeSet<>();
    private int schemaVersion = 1;
    private DyingDatabase mortal;
    private Tally tally;
    private ProjectionSteps<Integer> steps;
    private long livePosition;
    private boolean wasLive;
    private int deaths;

    /**
     * @param database empty of projections
     */
    ProjectionSimulation(long seed, Database database, EventStore store) {
        this(new Random(seed), database, chance -> new SimulatedAppends(chance, store));
    }

    private ProjectionSimulation(
            Random chance, Database database, Function<Random, SimulatedEvents> events) {
        this.chance = chance;
        this.database = database;
        this.appends = events.apply(chance);
        this.expected = new ExpectedView(database, appends.store(), appends.category());
        this.mortal = new DyingDatabase(database);
        this.tally = tally();
        this.steps = steps();
    }

    /**
     * Of what somebody else appends: payloads of four bytes.
     *
     * @param database empty of projections
     * @param category of the streams
     */
    public static ProjectionSimulation following(
            long seed, Database database, EventStore store, String category) {
        return new ProjectionSimulation(
                new Random(seed), database, chance -> new OthersEvents(store, category));
    }

    /** How often the process ended. */
    public int deaths() {
        return deaths;
    }

    void run() {
        begin();
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        end();
    }

    /** Before the first step. */
    public void begin() {
        steps.begin();
    }

    /** Does something and compares the view. */
    public void step() {
        if (chance.nextInt(8) == 0) {
            mortal.dieAfter(chance.nextInt(4), chance.nextBoolean());
        }
        surviving(this::anything);
        check();
    }

    /** Mends all; then the view must show all events. */
    public void end() {
        mend();
        check();
        Generation live = steps.live().orElseThrow();
        assertThat(live.position()).isEqualTo(appends.end());
        assertThat(steps.parked(live.number())).isEmpty();
        assertThat(steps.generations()).hasSize(1);
        assertThat(expected.tables())
                .containsExactly("tally_v" + schemaVersion + "_g" + live.number());
    }

    /** What a dead process was doing is over; the next one begins with what was kept. */
    private void surviving(Runnable work) {
        try {
            work.run();
        } catch (Fault fault) {
            boolean allowed = fault.code().equals("dead") || fault.code().equals(Poison.TOO_MANY);
            if (!allowed) {
                throw fault;
            }
        }
        if (mortal.dead()) {
            deaths++;
            restart();
        }
    }

    private void restart() {
        mortal = new DyingDatabase(database);
        tally = tally();
        steps = steps();
        if (chance.nextInt(4) == 0) {
            mortal.dieAfter(chance.nextInt(2), chance.nextBoolean());
        }
        surviving(steps::begin);
    }

    private void anything() {
        switch (chance.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> appends.some();
            case 5, 6, 7, 8 -> follow();
            case 9, 10, 11 -> build();
            case 12, 13 -> finish();
            case 14 -> rebuild();
            case 15 -> retry();
            case 16 -> steps.in(State.OLD).ifPresent(steps::drop);
            case 17 -> poison.add(chance.nextInt(SimulatedAppends.NUMBERS));
            case 18 -> poison.clear();
            case 19 -> raise();
            default -> throw new IllegalStateException("twenty cases");
        }
    }

    /** A page may begin before the checkpoint: one that comes again. */
    private void follow() {
        steps.live().ifPresent(live -> steps.write(live.number(), pageFrom(live.position())));
    }

    private void build() {
        building().ifPresent(at -> steps.write(at.number(), pageFrom(at.position())));
    }

    private void finish() {
        building().ifPresent(at -> steps.switchTo(at.number()));
    }

    private void rebuild() {
        if (building().isEmpty() && steps.in(State.OLD).isEmpty()) {
            steps.beginBuilding();
        }
    }

    private void retry() {
        steps.live()
                .ifPresent(live -> {
                    List<ParkedStream> parked = steps.parked(live.number());
                    if (!parked.isEmpty()) {
                        StreamName stream = parked.get(chance.nextInt(parked.size())).stream();
                        steps.retryParked(live.number(), stream);
                    }
                });
    }

    /** Another program is started. */
    private void raise() {
        if (chance.nextInt(4) == 0) {
            schemaVersion++;
            restart();
        }
    }

    private void mend() {
        poison.clear();
        mortal = new DyingDatabase(database);
        tally = tally();
        appends.mended();
        steps = steps();
        steps.begin();
        Optional<Generation> building = building();
        while (building.isPresent() && steps.switchTo(building.get().number()).isEmpty()) {
            steps.write(
                    building.get().number(), steps.read(building().orElseThrow().position(), 7));
        }
        steps.in(State.OLD).ifPresent(steps::drop);
        Generation live = steps.live().orElseThrow();
        retryAll(live.number());
        while (steps.live().orElseThrow().position() < appends.end()) {
            steps.write(live.number(), steps.read(steps.live().orElseThrow().position(), 5));
        }
        retryAll(live.number());
    }

    private void retryAll(int generation) {
        for (ParkedStream parked : steps.parked(generation)) {
            steps.retryParked(generation, parked.stream());
        }
    }

    private void check() {
        List<Generation> all = database.read(new Generations(tally.name())::all);
        for (Generation one : all) {
            expected.check(one);
        }
        Optional<Generation> live =
                all.stream().filter(one -> one.state() == State.LIVE).findFirst();
        assertThat(live.isPresent() || !wasLive).as("something stays live").isTrue();
        live.ifPresent(now -> {
            wasLive = true;
            assertThat(now.position())
                    .as("the live view never goes back")
                    .isGreaterThanOrEqualTo(livePosition);
            livePosition = now.position();
            if (now.schemaVersion() == schemaVersion) {
                assertThat(reading().query(tally::rows)).isEqualTo(expected.rows(now));
            }
        });
    }

    private Page<Integer> pageFrom(long position) {
        long from = Math.max(0, position - Math.max(0, chance.nextInt(6) - 3));
        return steps.read(from, 1 + chance.nextInt(9));
    }

    private Optional<Generation> building() {
        return steps.in(State.BUILDING);
    }

    private Tally tally() {
        Tally made = new Tally(appends.category(), schemaVersion, schemaVersion);
        made.before =
                (table, event) -> {
                    if (poison.contains(event.event())) {
                        throw new IllegalStateException(event.event() + " is poison");
                    }
                };
        return made;
    }

    private ProjectionSteps<Integer> steps() {
        return steps(mortal);
    }

    /** Asks beside the process that may be about to die. */
    private ProjectionSteps<Integer> reading() {
        return steps(database);
    }

    private ProjectionSteps<Integer> steps(Database on) {
        return new ProjectionSteps<>(
                tally,
                appends.format(),
                new ProjectionPorts(appends.store(), on, () -> ProjectionFixture.NOW),
                3);
    }

    /** Read as they are. */
    private record OthersEvents(EventStore store, String category) implements SimulatedEvents {
        @Override
        public void some() {
            // They come by themselves.
        }

        @Override
        public EventFormat<Integer> format() {
            return new Tally.Format();
        }

        @Override
        public void mended() {
            // All of them can be read.
        }
    }
}
