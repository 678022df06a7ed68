package org.namad.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.MMapDirectory;
import org.namad.language.PersianText;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Finds seals by name or address however they are typed: letters, digits and half-spaces folded (N15), beginnings and
 * small slips included (R28). The index lies in a temporary folder; it is made at the start and follows the
 * {@link SealBoard}. Names are compared by three letters at a time, so that blanks, which Persian writers use freely,
 * missing or swapped letters cost something but not everything.
 */
@Component
public class SealSearch implements SmartInitializingSingleton {

    /** What the search knows of a seal. */
    record Entry(long id, String title, String domain, String holder, String province, String activity,
            SealStatus status, Instant expiresAt, int stars) {
    }

    /**
     * One page of what was found.
     *
     * @param seals with their holders, the likeliest first
     * @param total how many there are; exact up to 1,000
     */
    public record Found(List<Seal> seals, long total) {
    }

    /** How many hits can be paged through. */
    public static final int REACH = 1000;
    private static final int AT_ONCE = 10_000;
    private static final int GRAM = 3;
    /** So many characters and words of what is asked are looked for; nobody needs more to tell a name. */
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    /** So many words of the index are tried for one that may have a slip. */
    private static final int SLIPS = 10;
    /** Beginnings of names up to this length are kept as they are: to gather all names that begin so takes longer. */
    private static final int BEGINNING = 8;
    /** What more seals than this have in common, and more than a tenth of all, tells nothing, like the end of an address. */
    private static final int COMMON = 25;

    private final Seals seals;
    private final SealBoard board;
    private final Clock clock;
    private final Path folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    SealSearch(Seals seals, SealBoard board, Clock clock) throws IOException {
        this.seals = seals;
        this.board = board;
        this.clock = clock;
        this.folder = Files.createTempDirectory("namad-search");
        // Merges neighbours only, so that seals that fit equally well keep their order from page to page.
        this.writer = new IndexWriter(new MMapDirectory(folder),
            new IndexWriterConfig().setMergePolicy(new LogByteSizeMergePolicy()));
        this.searchers = new SearcherManager(writer, null);
    }

    /** Reads all seals, before the first request. */
    @Override
    public void afterSingletonsInstantiated() {
        board.tell(this::changed);
        try {
            writer.deleteAll();
            long next = 0;
            for (List<Entry> some = page(next); !some.isEmpty(); some = page(next)) {
                for (Entry entry : some) {
                    if (entry.status() != SealStatus.PENDING) {
                        writer.addDocument(document(entry));
                    }
                }
                next = some.get(some.size() - 1).id() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Entry> page(long first) {
        return seals.entriesFrom(first, Limit.of(AT_ONCE));
    }

    private void changed(long sealId) {
        seals.entry(sealId).ifPresentOrElse(this::write, () -> delete(sealId));
    }

    /** The {@code page}th page (from 0) of {@code size} seals that were ever issued and fit the query. */
    public Found find(SealQuery query, int page, int size) {
        try {
            // Here and not with each change: of many changes at once, such as an import, only the next reader waits.
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                int from = page * size;
                TopDocs hits = searcher.search(query(query, searcher.getIndexReader()), Math.min(REACH, from + size));
                StoredFields stored = searcher.storedFields();
                List<Long> ids = new ArrayList<>();
                for (ScoreDoc hit : Arrays.stream(hits.scoreDocs).skip(from).toList()) {
                    ids.add(stored.document(hit.doc).getField("id").numericValue().longValue());
                }
                return new Found(inOrder(ids), hits.totalHits.value);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Seal> inOrder(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Seal> found = seals.findAllById(ids).stream().collect(Collectors.toMap(Seal::id, Function.identity()));
        return ids.stream().map(found::get).filter(seal -> seal != null).toList();
    }

    private Query query(SealQuery asked, IndexReader index) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(asked.text().isBlank() ? new MatchAllDocsQuery() : text(asked.text(), index), Occur.MUST);
        if (asked.status() != null) {
            query.add(status(asked.status()), Occur.FILTER);
        }
        if (asked.stars() > 0) {
            query.add(IntField.newRangeQuery("stars", asked.stars(), Integer.MAX_VALUE), Occur.FILTER);
        }
        if (!asked.province().isEmpty()) {
            query.add(new TermQuery(new Term("province", Seal.searchable(asked.province()))), Occur.FILTER);
        }
        if (!asked.activity().isEmpty()) {
            query.add(new TermQuery(new Term("activity", asked.activity())), Occur.FILTER);
        }
        return query.build();
    }

    /** An active seal whose term has ended is expired from that moment on (R21), without being written anew. */
    private Query status(SealStatus status) {
        long now = clock.millis();
        if (status != SealStatus.ACTIVE && status != SealStatus.EXPIRED) {
            return new TermQuery(new Term("status", status.name()));
        }
        return new BooleanQuery.Builder()
            .add(new TermQuery(new Term("status", SealStatus.ACTIVE.name())), Occur.FILTER)
            .add(status == SealStatus.ACTIVE ? LongField.newRangeQuery("end", now + 1, Long.MAX_VALUE)
                : LongField.newRangeQuery("end", Long.MIN_VALUE, now), Occur.FILTER)
            .build();
    }

    private static Query text(String asked, IndexReader index) throws IOException {
        String typed = asked.length() <= LONGEST ? asked : asked.substring(0, LONGEST);
        String whole = Seal.searchable(typed);
        BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        query.add(boost(new TermQuery(new Term("whole", whole)), 50), Occur.SHOULD);
        query.add(boost(whole.length() <= BEGINNING
            ? new TermQuery(new Term("beginning", whole)) : new PrefixQuery(new Term("whole", whole)), 20), Occur.SHOULD);
        query.add(boost(new PrefixQuery(new Term("word", whole)), 10), Occur.SHOULD);
        for (String word : words(typed).stream().limit(MOST_WORDS).toList()) {
            // Shorter words are too much like each other.
            if (word.length() > GRAM && isTelling(new Term("word", word), index)) {
                query.add(boost(new FuzzyQuery(new Term("word", word), 1, 0, SLIPS, true), 5), Occur.SHOULD);
            }
        }
        List<String> grams = telling(grams(whole), index);
        if (!grams.isEmpty()) {
            BooleanQuery.Builder alike = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(grams.size() * (grams.size() > 3 ? 0.5 : 1))));
            grams.forEach(gram -> alike.add(new TermQuery(new Term("gram", gram)), Occur.SHOULD));
            query.add(alike.build(), Occur.SHOULD);
        }
        return query.build();
    }

    /** Those of the {@code grams} that not everybody has; all, if everybody has all. */
    private static List<String> telling(Set<String> grams, IndexReader index) throws IOException {
        List<String> telling = new ArrayList<>();
        for (String gram : grams) {
            if (isTelling(new Term("gram", gram), index)) {
                telling.add(gram);
            }
        }
        return telling.isEmpty() ? List.copyOf(grams) : telling;
    }

    private static boolean isTelling(Term term, IndexReader index) throws IOException {
        return index.docFreq(term) <= Math.max(COMMON, index.maxDoc() / 10);
    }

    private static Query boost(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private void write(Entry entry) {
        if (entry.status() == SealStatus.PENDING) {
            delete(entry.id());
            return;
        }
        try {
            writer.updateDocument(new Term("key", String.valueOf(entry.id())), document(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField("key", String.valueOf(entry.id()), Field.Store.NO));
        document.add(new StoredField("id", entry.id()));
        document.add(new StringField("status", entry.status().name(), Field.Store.NO));
        document.add(new LongField("end", entry.expiresAt().toEpochMilli(), Field.Store.NO));
        document.add(new IntField("stars", entry.stars(), Field.Store.NO));
        document.add(new StringField("activity", entry.activity(), Field.Store.NO));
        if (entry.province() != null) {
            document.add(new StringField("province", Seal.searchable(entry.province()), Field.Store.NO));
        }
        Set<String> grams = new LinkedHashSet<>();
        for (String name : names(entry)) {
            String whole = Seal.searchable(name);
            document.add(new StringField("whole", whole, Field.Store.NO));
            for (int end = 1; end <= Math.min(BEGINNING, whole.length()); end++) {
                document.add(new StringField("beginning", whole.substring(0, end), Field.Store.NO));
            }
            grams.addAll(grams(whole));
            for (String word : words(name)) {
                document.add(new StringField("word", word, Field.Store.NO));
            }
        }
        grams.forEach(gram -> document.add(new StringField("gram", gram, Field.Store.NO)));
        return document;
    }

    /** All by which people ask for it; an address in Persian letters as it is read, and in punycode. */
    private static Set<String> names(Entry entry) {
        return Stream.of(entry.title(), entry.domain(), Domains.shown(entry.domain()), entry.holder())
            .collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        return Arrays.stream(PersianText.fold(text).split("[ .-]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Set<String> grams(String text) {
        Set<String> grams = new LinkedHashSet<>();
        for (int start = 0; start + GRAM <= text.length(); start++) {
            grams.add(text.substring(start, start + GRAM));
        }
        return grams;
    }

    private void delete(long sealId) {
        try {
            writer.deleteDocuments(new Term("key", String.valueOf(sealId)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        searchers.close();
        writer.rollback();
        FileSystemUtils.deleteRecursively(folder);
    }
}
