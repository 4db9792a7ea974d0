package dev.vitalcore.questdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleRunTest {
    @Test
    void growsAsNeeded() {
        SampleRun run = new SampleRun();

        for (int i = 0; i < 5_000; i++) {
            run.add(i, -i, "a");
        }

        assertThat(run.times()).hasSize(5_000).startsWith(0, 1).endsWith(4_999);
        assertThat(run.values()).hasSize(5_000).endsWith(-4_999);
    }

    @Test
    void believesTheFirstSourceByNameWhateverTheOrder() {
        SampleRun run = run("b", 1, 10);
        run.add(1, 20, "a");
        run.add(1, 30, "c");

        assertThat(run.times()).containsExactly(1);
        assertThat(run.values()).containsExactly(20);
    }

    @Test
    void mergesByTime() {
        SampleRun merged = run("a", 1, 10, 4, 40).mergedWith(run("b", 2, 20, 3, 30, 5, 50));

        assertThat(merged.times()).containsExactly(1, 2, 3, 4, 5);
        assertThat(merged.values()).containsExactly(10, 20, 30, 40, 50);
    }

    @Test
    void believesTheFirstSourceByNameWhicheverIsMergedIntoWhich() {
        SampleRun one = run("b", 1, 10, 2, 20).mergedWith(run("a", 2, 99, 3, 30));
        SampleRun other = run("a", 2, 99, 3, 30).mergedWith(run("b", 1, 10, 2, 20));

        assertThat(one.times()).containsExactly(1, 2, 3).isEqualTo(other.times());
        assertThat(one.values()).containsExactly(10, 99, 30).isEqualTo(other.values());
    }

    @Test
    void mergesWithNothing() {
        assertThat(run("a", 1, 10).mergedWith(new SampleRun()).values()).containsExactly(10);
        assertThat(new SampleRun().mergedWith(run("a", 1, 10)).values()).containsExactly(10);
        assertThat(new SampleRun().mergedWith(new SampleRun()).times()).isEmpty();
    }

    private static SampleRun run(String source, long... timesAndValues) {
        SampleRun run = new SampleRun();
        for (int i = 0; i < timesAndValues.length; i += 2) {
            run.add(timesAndValues[i], (double) timesAndValues[i + 1], source);
        }
        return run;
    }
}
