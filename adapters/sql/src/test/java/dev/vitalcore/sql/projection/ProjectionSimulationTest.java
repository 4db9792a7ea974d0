package dev.vitalcore.sql.projection;

import dev.vitalcore.platform.projection.ProjectionSimulationContract;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;

class ProjectionSimulationTest extends ProjectionSimulationContract {
    @Override
    protected Database open(Path directory) {
        return SqliteDatabase.open(directory.resolve("views.db"));
    }
}
