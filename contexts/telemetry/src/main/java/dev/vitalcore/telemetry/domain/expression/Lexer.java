package dev.vitalcore.telemetry.domain.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into words. */
final class Lexer {
    private static final Pattern NUMBER =
            Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern SIGN = Pattern.compile("<=|>=|==|!=|[-+*/^(),?:<>]");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words, and one of the kind END. */
    static List<Token> tokens(String text) {
        if (text.length() > ExpressionLimits.CHARACTERS) {
            throw ExpressionRefused.tooLarge(
                    ExpressionLimits.CHARACTERS + 1,
                    "the expression has " + text.length() + " characters",
                    "use at most "
                            + ExpressionLimits.CHARACTERS
                            + ": save parts of it as channels");
        }
        return new Lexer(text).run();
    }

    private List<Token> run() {
        while (skipSpace()) {
            char first = text.charAt(at);
            if (first == '"') {
                quoted();
            } else if (!number() && !word(NAME, Token.Kind.NAME) && !word(SIGN, Token.Kind.SIGN)) {
                throw unusable(first);
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1, Optional.empty()));
        return tokens;
    }

    /** Whether there is more. */
    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw ExpressionRefused.syntax(
                    at + 1, "the quote is not closed", "put \" behind the name of the channel");
        }
        String name = text.substring(at + 1, end);
        if (name.isBlank()) {
            throw ExpressionRefused.syntax(
                    at + 1, "there is no name between the quotes", "write the name of a channel");
        }
        tokens.add(new Token(Token.Kind.QUOTED, name, at + 1, Optional.empty()));
        at = end + 1;
    }

    private boolean number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            return false;
        }
        int column = at + 1;
        at = number.end();
        int behind = at;
        skipSpace();
        Optional<String> unit = UnitNames.suffixAt(text, at);
        at = unit.map(name -> at + name.length()).orElse(behind);
        if (unit.isEmpty() && at < text.length() && UnitNames.isPartOfName(text.charAt(at))) {
            throw ExpressionRefused.syntax(
                    at + 1,
                    "'" + text.charAt(at) + "' stands right behind the number " + number.group(),
                    "write an operator or a known unit there, or put the channel's name in double"
                            + " quotes");
        }
        tokens.add(new Token(Token.Kind.NUMBER, number.group(), column, unit));
        return true;
    }

    private boolean word(Pattern pattern, Token.Kind kind) {
        Matcher word = pattern.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            return false;
        }
        tokens.add(new Token(kind, word.group(), at + 1, Optional.empty()));
        at = word.end();
        return true;
    }

    private ExpressionRefused unusable(char found) {
        String remedy =
                switch (found) {
                    case '=' -> "write == to compare";
                    case '&' -> "write and";
                    case '|' -> "write or";
                    case '!' -> "write not, or != to compare";
                    case '\'' -> "put names in double quotes";
                    case '%' -> "the per cent sign is a unit and stands behind a number";
                    default ->
                            "use + - * / ^ ( ) , ? : < <= > >= == != and put names with other"
                                    + " characters in double quotes";
                };
        return ExpressionRefused.syntax(at + 1, "'" + found + "' means nothing here", remedy);
    }
}
