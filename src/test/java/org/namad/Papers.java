package org.namad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads PDF documents as tests need them; their pages lie in {@code target/papers} to be looked at. */
public final class Papers {

    private static final Path PICTURES = Path.of("target", "papers");

    private Papers() {
    }

    /** The text of the document, whose pages are kept as pictures under {@code name}. */
    public static String read(byte[] pdf, String name) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Files.createDirectories(PICTURES);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page, 110), "png",
                    PICTURES.resolve("%s-%d.png".formatted(name, page + 1)).toFile());
            }
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
