package org.namad.signature;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one path of SVG, a module being one unit wide.
 *
 * @param size how wide and high it is, with the quiet zone around it
 * @param path the dark modules
 */
public record QrCode(int size, String path) {

    private static final int QUIET = 4;
    /** How many pixels wide a module of a picture is. */
    private static final int PIXELS = 6;

    /**
     * The code for {@code text}, with the least error correction: what is shown on screens is not torn or dirty.
     *
     * @throws IllegalArgumentException if the text is too long, more than about 2,900 characters of ASCII
     */
    public static QrCode of(String text) {
        try {
            return draw(Encoder.encode(text, ErrorCorrectionLevel.L, Map.of()).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
        }
    }

    /**
     * The code for {@code text} as PNG, for paper, which may be torn or dirty: with more error correction.
     *
     * @throws IllegalArgumentException if the text is too long, more than about 2,300 characters of ASCII
     */
    public static byte[] png(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of()).getMatrix();
            int width = (modules.getWidth() + 2 * QUIET) * PIXELS;
            BufferedImage picture = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < width; y++) {
                    picture.setRGB(x, y, isDark(modules, x / PIXELS - QUIET, y / PIXELS - QUIET) ? 0 : 0xffffff);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDark(ByteMatrix modules, int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }

    /** Each run of dark modules in a row becomes one rectangle. */
    private static QrCode draw(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append("M%d %dh%dv1h-%dz".formatted(start + QUIET, y + QUIET, x - start, x - start));
                }
                x++;
            }
        }
        return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
    }
}
