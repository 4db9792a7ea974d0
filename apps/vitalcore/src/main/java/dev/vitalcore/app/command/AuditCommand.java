package dev.vitalcore.app.command;

import picocli.CommandLine.Command;

/** Looks into what was decided. */
@Command(
        name = "audit",
        description = "Looks into what was decided: whether anybody changed it afterwards.",
        subcommands = AuditVerifyCommand.class,
        mixinStandardHelpOptions = true)
public final class AuditCommand {}
