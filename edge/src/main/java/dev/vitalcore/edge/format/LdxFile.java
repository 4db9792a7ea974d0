package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.edge.input.RecordingFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lap beacons of a MoTeC {@code .ldx}, the XML file beside a log: markers of class {@code BCN} with
 * the time since the start of the log in microseconds.
 */
final class LdxFile {
    private static final BigDecimal NANOS_PER_MICRO = BigDecimal.valueOf(1000);
    private static final int LIMIT = 100_000;

    /** A year; no log is longer. */
    private static final long LONGEST = 31_536_000_000_000_000L;

    private LdxFile() {}

    static boolean recognises(RecordingFile file) {
        return file.headText().contains("<LDXFile");
    }

    /**
     * Nanoseconds since the start of the log, ascending.
     *
     * @throws dev.vitalcore.kernel.Fault of kind USER where it is no XML
     */
    static List<Long> beacons(RecordingFile file) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = file.open()) {
            return beacons(factory.createXMLStreamReader(in));
        } catch (XMLStreamException problem) {
            throw file.damaged("it is no well-formed XML");
        } catch (IOException problem) {
            throw file.fault(problem);
        }
    }

    private static List<Long> beacons(XMLStreamReader xml) throws XMLStreamException {
        TreeSet<Long> times = new TreeSet<>();
        while (xml.hasNext() && times.size() < LIMIT) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("Marker")
                    && "BCN".equals(xml.getAttributeValue(null, "ClassName"))) {
                String time = xml.getAttributeValue(null, "Time");
                long nanos = time == null ? Decimals.NONE : Decimals.scaled(time, NANOS_PER_MICRO);
                if (nanos >= 0 && nanos < LONGEST) {
                    times.add(nanos);
                }
            }
        }
        return List.copyOf(times);
    }
}
