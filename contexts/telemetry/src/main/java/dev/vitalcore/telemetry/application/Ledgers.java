package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.telemetry.domain.Ledger;
import dev.vitalcore.telemetry.domain.SourceState;
import java.util.List;

/** The ledgers as the store writer committed them. */
public final class Ledgers {
    private final Database database;

    public Ledgers(Database database) {
        this.database = database;
    }

    /** One line a source of the session, by name. */
    public List<LedgerLine> of(SessionId session) {
        return database.read(connection -> SourceTable.ofSession(connection, session)).stream()
                .map(Ledgers::line)
                .toList();
    }

    private static LedgerLine line(SourceState state) {
        Ledger ledger = state.ledger();
        return new LedgerLine(
                state.source(),
                state.entry(),
                ledger.arrived().size(),
                ledger.missing().toList(),
                ledger.healed().toList(),
                ledger.duplicates(),
                ledger.refused());
    }
}
