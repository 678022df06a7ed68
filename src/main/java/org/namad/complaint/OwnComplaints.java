package org.namad.complaint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.namad.casefile.OwnData;
import org.namad.casefile.OwnRecord;
import org.namad.document.Document;
import org.namad.document.Documents;
import org.namad.document.OwnDocuments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The complaints that a person filed, and those about the person's shops. Each has what both sides and staff said, as on
 * its page; the files of one's own side alone; and of those about the shops not who filed them.
 */
@Configuration(proxyBeanMethods = false)
class OwnComplaints {

    @Bean
    @Order(8)
    OwnData complaintsFiled(Complaints complaints, Documents documents, OwnDocuments own) {
        return new Part("complaintsFiled", Side.CONSUMER, complaints, documents, own);
    }

    @Bean
    @Order(9)
    OwnData complaintsReceived(Complaints complaints, Documents documents, OwnDocuments own) {
        return new Part("complaintsReceived", Side.BUSINESS, complaints, documents, own);
    }

    private record Part(String part, Side side, Complaints complaints, Documents documents, OwnDocuments own)
        implements OwnData {

        @Override
        public List<Map<String, Object>> records(Subject subject) {
            return found(subject).map(this::record).toList();
        }

        @Override
        public List<OwnFile> files(Subject subject) {
            return found(subject).flatMap(complaint -> files(complaint).stream()).map(own::file).toList();
        }

        private Stream<Complaint> found(Subject subject) {
            return (side == Side.CONSUMER ? complaints.filedBy(subject.personId())
                : complaints.about(subject.businessIds())).stream().sorted(Comparator.comparing(Complaint::id));
        }

        private Map<String, Object> record(Complaint complaint) {
            OwnRecord record = new OwnRecord().with("case", complaint.key().toString())
                .with("tracking", complaint.tracking()).with("domain", complaint.seal().domain())
                .with("registeredAt", complaint.registeredAt())
                .with("status", Term.of("complaint.status.", complaint.status()))
                .with("topic", Term.of("complaint.reason.", complaint.reason()))
                .with("invoiceNumber", complaint.invoiceNumber()).with("shipmentNumber", complaint.shipmentNumber());
            ReportedPayment payment = complaint.payment();
            if (payment != null) {
                record.with("paidToman", payment.amount()).with("paidOn", payment.date())
                    .with("paymentReference", payment.reference()).with("terminal", payment.terminal());
            }
            if (side == Side.CONSUMER) {
                record.with("consentToPublish", complaint.consentToPublish());
            }
            List<Document> files = files(complaint);
            return record.with("answerDue", complaint.answerDue()).with("answeredAt", complaint.answeredAt())
                .with("closedAt", complaint.closedAt()).with("statements", complaint.statements().stream()
                    .map(said -> new OwnRecord().with("madeAt", said.madeAt())
                        .with("by", Term.of("complaint.side.", said.side()))
                        .with("kind", Term.of("complaint.said.", said.kind())).with("text", said.text())
                        .with("files", files.stream().filter(file -> complaint.saidWith(file) == said)
                            .map(file -> new OwnRecord().with("file", own.file(file).path()).fields()).toList())
                        .fields()).toList())
                .fields();
        }

        /** The files that came with what one's own side said. */
        private List<Document> files(Complaint complaint) {
            return documents.of(complaint.key().toString()).stream().filter(file -> {
                Statement said = complaint.saidWith(file);
                return said != null && said.side() == side;
            }).toList();
        }
    }
}
