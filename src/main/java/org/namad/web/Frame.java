package org.namad.web;

/**
 * What the layout shows around every page.
 *
 * @param person        the name of the consumer or business owner who is signed in, or null
 * @param writer        the number of that person, on the staff's pages the account of whoever reads them, or null
 * @param staff         the name of the staff member, on the staff's pages, or null
 * @param path          the path of this page
 * @param otherLanguage the address of this page in the other language; of the page with the form, after it was posted
 * @param demo          whether this is the demo
 */
record Frame(String person, String writer, String staff, String path, String otherLanguage, boolean demo) {
}
