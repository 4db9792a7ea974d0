package dev.vitalcore.app.verify;

/**
 * One thing that is compared.
 *
 * @param key what it is about
 * @param text all that is said of it and must be the same
 */
record Line(String key, String text) {}
