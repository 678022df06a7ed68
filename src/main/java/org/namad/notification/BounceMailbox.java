package org.namad.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where mail servers report what they could not deliver ({@code namad.mail.bounces}). Mails leave under an envelope
 * sender of their own each, {@code bounces+<id>@namad.example} for the address {@code bounces@namad.example}, so that a
 * report names its mail (VERP); the mail server must put all of these into one mailbox, which is read over IMAP. Without
 * a host nothing is read, without an address mails leave under the sender of all mails.
 */
@ConfigurationProperties("namad.mail.bounces")
public class BounceMailbox {

    private String address = "";
    private String protocol = "imaps";
    private String host = "";
    private int port = -1;
    private String user = "";
    private String password = "";
    private String folder = "INBOX";

    /** Points the reader at a mail server that has been started since. */
    public void moveTo(String newProtocol, String newHost, int newPort, String newUser, String newPassword) {
        protocol = newProtocol;
        host = newHost;
        port = newPort;
        user = newUser;
        password = newPassword;
    }

    boolean isRead() {
        return !host.isBlank();
    }

    boolean isNamed() {
        return !address.isBlank();
    }

    /** The envelope sender of the mail with this {@link Mail#messageId}. */
    String senderOf(String messageId) {
        int at = address.indexOf('@');
        return address.substring(0, at) + "+" + messageId + address.substring(at);
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    /** {@code imaps} or {@code imap}. */
    public String getProtocol() {
        return protocol;
    }

    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    /** -1 for the protocol's own. */
    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(String folder) {
        this.folder = folder;
    }
}
