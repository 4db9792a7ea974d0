package dev.vitalcore.avro;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import java.util.List;
import java.util.Optional;

/** The optional declaration of a block in Avro binary. */
final class DeclarationFormat {
    private DeclarationFormat() {}

    static void write(AvroOutput out, Optional<SourceDeclaration> declaration) {
        if (declaration.isEmpty()) {
            out.writeLong(0);
            return;
        }
        out.writeLong(1);
        SourceDeclaration said = declaration.get();
        out.writeText(said.format());
        out.writeText(said.title());
        writeOptional(out, said.track());
        writeOptional(out, said.vehicle());
        writeOptional(out, said.driver());
        GateFormat.write(out, said.gates());
        int beacons = said.beacons().size();
        if (beacons > WireLimits.BEACONS) {
            throw AvroOutput.tooLarge("a list of " + beacons + " beacons", WireLimits.BEACONS);
        }
        out.writeLongs(said.beacons(), beacons);
    }

    static Optional<SourceDeclaration> read(AvroInput in) {
        if (in.readIndex("declaration", 2) == 0) {
            return Optional.empty();
        }
        String format = in.readText("format");
        String title = in.readText("title");
        Optional<String> track = readOptional(in, "track");
        Optional<String> vehicle = readOptional(in, "vehicle");
        Optional<String> driver = readOptional(in, "driver");
        List<DeclaredGate> gates = GateFormat.read(in);
        List<Long> beacons =
                in.readList("beacons", WireLimits.BEACONS, () -> in.readLong("beacons"));
        return Optional.of(
                new SourceDeclaration(format, title, track, vehicle, driver, gates, beacons));
    }

    private static void writeOptional(AvroOutput out, Optional<String> text) {
        out.writeLong(text.isPresent() ? 1 : 0);
        text.ifPresent(out::writeText);
    }

    private static Optional<String> readOptional(AvroInput in, String field) {
        return in.readIndex(field, 2) == 0 ? Optional.empty() : Optional.of(in.readText(field));
    }
}
