package dev.vitalcore.edge.format;

import dev.vitalcore.edge.channel.OriginalChannel;
import dev.vitalcore.edge.input.Decimals;
import java.util.function.ToDoubleFunction;

/**
 * A column of a text table that becomes a channel.
 *
 * @param index of the field in a row
 * @param reading turns the text into a value in the channel's original unit; NaN where it is none
 */
record TableColumn(int index, OriginalChannel channel, ToDoubleFunction<String> reading) {
    static TableColumn of(int index, OriginalChannel channel) {
        return new TableColumn(index, channel, TableColumn::numberOrFlag);
    }

    private static double numberOrFlag(String text) {
        double number = Decimals.parse(text);
        return Double.isNaN(number) && Flags.is(text) ? Flags.value(text) : number;
    }
}
