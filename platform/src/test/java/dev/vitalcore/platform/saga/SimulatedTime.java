package dev.vitalcore.platform.saga;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * The one scheduler of a simulation. Time passes from task to task; of tasks that are due at the
 * same moment chance picks the first. The clock on the wall may jump, time itself does not.
 */
final class SimulatedTime implements InstantSource {
    private static final Instant BEGIN = Instant.parse("2026-05-02T14:00:00Z");

    private final RandomGenerator random;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long nanos;
    private long wallOffsetNanos;
    private long count;

    SimulatedTime(RandomGenerator random) {
        this.random = random;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(nanos + wallOffsetNanos);
    }

    void setClock(Duration by) {
        wallOffsetNanos += by.toNanos();
    }

    /** Does the task after some time. */
    void after(long delayNanos, Runnable task) {
        tasks.add(new Task(nanos + Math.max(0, delayNanos), random.nextInt(), count++, task));
    }

    /** Does the next task. False where there is none any more. */
    boolean next() {
        Task task = tasks.poll();
        if (task == null) {
            return false;
        }
        nanos = task.atNanos;
        task.work.run();
        return true;
    }

    private record Task(long atNanos, int chance, long number, Runnable work)
            implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            int byChance = byTime != 0 ? byTime : Integer.compare(chance, other.chance);
            return byChance != 0 ? byChance : Long.compare(number, other.number);
        }
    }
}
