package dev.vitalcore.edge.input;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimal numbers as loggers write them: {@code +0012.50}, {@code 1.2E-03}, {@code 12,5}. Nothing
 * of what {@link Double#parseDouble} takes beyond that (hexadecimal, type suffixes) is a number
 * here.
 */
public final class Decimals {
    /** What {@link #scaled} gives for text that is no number. */
    public static final long NONE = Long.MIN_VALUE;

    /** Up to here a decimal mantissa and a power of ten are both exact, so one division is too. */
    private static final int EXACT_DIGITS = 15;

    private static final int UNUSUAL = 1_000_000;
    private static final int LONGEST = 64;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Decimals() {}

    /**
     * The number, or NaN where the text is none. The usual short forms are read directly; it is the
     * hottest spot of the text readers.
     */
    public static double parse(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int end = endOfMantissa(text);
        int digits = 0;
        int fraction = 0;
        boolean point = false;
        long mantissa = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < EXACT_DIGITS) {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                fraction += point ? 1 : 0;
            } else if ((c == '.' || c == ',') && !point) {
                point = true;
            } else {
                return parseSlowly(text);
            }
        }
        int power = smallExponent(text, end) - fraction;
        if (digits == 0 || Math.abs(power) > EXACT_DIGITS) {
            return parseSlowly(text);
        }
        double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
        return text.charAt(0) == '-' ? -value : value;
    }

    private static int endOfMantissa(String text) {
        int e = text.indexOf('E');
        return e >= 0 ? e : text.length();
    }

    /**
     * The exponent {@code E±dd}; 0 where there is none, far too large where it has another form.
     */
    private static int smallExponent(String text, int at) {
        if (at == text.length()) {
            return 0;
        }
        boolean usual = text.length() == at + 4 && isSign(text.charAt(at + 1));
        int tens = usual ? text.charAt(at + 2) - '0' : -1;
        int ones = usual ? text.charAt(at + 3) - '0' : -1;
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            return UNUSUAL;
        }
        int value = tens * 10 + ones;
        return text.charAt(at + 1) == '-' ? -value : value;
    }

    private static double parseSlowly(String text) {
        return isDecimal(text) ? Double.parseDouble(text.replace(',', '.')) : Double.NaN;
    }

    /**
     * The number times {@code scale} rounded to a whole, exactly: times in seconds since 1970 have
     * more digits than a double.
     *
     * @return {@link #NONE} where the text is no number or the result does not fit
     */
    public static long scaled(String text, BigDecimal scale) {
        if (!isDecimal(text)) {
            return NONE;
        }
        BigDecimal exact = new BigDecimal(text.replace(',', '.'));
        int wholeDigits = exact.precision() - exact.scale();
        if (Math.abs(wholeDigits) > LONGEST) {
            // An exponent that no time has; expanding it would cost memory.
            return NONE;
        }
        try {
            return exact.multiply(scale).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException tooLarge) {
            return NONE;
        }
    }

    /** Digits that carry information: sign, point, exponent and leading zeros do not count. */
    public static int significantDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                break;
            }
            digits += (c > '0' && c <= '9') || (c == '0' && digits > 0) ? 1 : 0;
        }
        return digits;
    }

    /**
     * {@code [+-] digits [.,] digits [eE [+-] digits]} with a digit somewhere before the exponent.
     */
    public static boolean isDecimal(String text) {
        int length = text.length();
        if (length > LONGEST) {
            return false;
        }
        int at = length > 0 && isSign(text.charAt(0)) ? 1 : 0;
        int whole = digits(text, at);
        at += whole;
        int fraction = 0;
        if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            fraction = digits(text, at + 1);
            at += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        return at == length || isExponent(text, at);
    }

    private static boolean isExponent(String text, int from) {
        if (text.charAt(from) != 'e' && text.charAt(from) != 'E') {
            return false;
        }
        int at = from + 1 < text.length() && isSign(text.charAt(from + 1)) ? from + 2 : from + 1;
        int digits = digits(text, at);
        return digits > 0 && digits <= 4 && at + digits == text.length();
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
