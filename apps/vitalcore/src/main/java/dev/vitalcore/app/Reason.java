package dev.vitalcore.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be had, for a message that names the file already. */
public final class Reason {
    private Reason() {}

    public static String of(IOException problem) {
        return switch (problem) {
            case NoSuchFileException absent -> "it does not exist";
            case AccessDeniedException denied -> "access is denied";
            case CharacterCodingException coding -> "it is no UTF-8 text";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> problem.toString();
        };
    }
}
