package dev.vitalcore.telemetry.application;

import java.util.List;

/**
 * Channels of several cars at the same moments.
 *
 * @param cars those that have at least one of the channels
 */
public record FrameSheet(FrameGrid grid, List<String> channels, List<Car> cars) {
    public FrameSheet {
        channels = List.copyOf(channels);
        cars = List.copyOf(cars);
    }

    /**
     * @param columns one a channel, each with a value a moment; NaN where nothing is known
     */
    public record Car(String car, List<double[]> columns) {
        public Car {
            columns = List.copyOf(columns);
        }
    }
}
