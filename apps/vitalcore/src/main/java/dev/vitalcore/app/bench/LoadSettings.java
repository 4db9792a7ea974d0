package dev.vitalcore.app.bench;

import dev.vitalcore.app.WrongUsage;
import java.time.Duration;

/**
 * How much is sent.
 *
 * @param rateHz samples a second a channel
 * @param block event time that one block covers
 */
public record LoadSettings(
        int cars, int channels, double rateHz, Duration duration, Duration block) {
    private static final int LEAST_CHANNELS = 4;
    private static final int LEAST_SECONDS = 5;

    public LoadSettings {
        check("cars", cars, 1, 1_000);
        check("channels", channels, LEAST_CHANNELS, 4_096);
        check("rate", rateHz, 1, 100_000);
        check("seconds", duration.toMillis() / 1e3, LEAST_SECONDS, 86_400);
        check("block-ms", (double) block.toMillis(), 5, 1_000);
        if (rateHz * block.toNanos() / 1e9 < 1) {
            throw new WrongUsage(
                    "a block of " + block.toMillis() + " ms holds no sample at " + rateHz + " Hz",
                    "use longer blocks (--block-ms) or a higher rate (--rate)");
        }
    }

    LoadSettings withRate(double other) {
        return new LoadSettings(cars, channels, other, duration, block);
    }

    LoadSettings withCars(int other) {
        return new LoadSettings(other, channels, rateHz, duration, block);
    }

    LoadSettings withDuration(Duration other) {
        return new LoadSettings(cars, channels, rateHz, other, block);
    }

    int rowsPerBlock() {
        return (int) Math.round(rateHz * block.toNanos() / 1e9);
    }

    /** Time between two rows, so that the rows of a block fill it evenly. */
    long periodNanos() {
        return block.toNanos() / rowsPerBlock();
    }

    int blocksPerCar() {
        return (int) (duration.toNanos() / block.toNanos());
    }

    double samplesPerSecond() {
        return (double) cars * channels * rowsPerBlock() / (block.toNanos() / 1e9);
    }

    /** Of the whole run. */
    long samples() {
        return (long) blocksPerCar() * cars * rowsPerBlock() * channels;
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new WrongUsage(
                    "--%s %s is not usable".formatted(name, plain(value)),
                    "give a value from %s to %s".formatted(plain(least), plain(most)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
