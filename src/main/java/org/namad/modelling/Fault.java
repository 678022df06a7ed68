package org.namad.modelling;

import java.util.List;

/**
 * Why a model may not go live, for the process owner who drew it.
 *
 * @param file      the file that it stands in
 * @param elementId the element at fault, or null if it is the whole file
 * @param element   what the element is called in the picture, or its id if it has no name
 * @param kind      which mistake it is: the messages {@code modelling.fault.<kind>} say what is wrong and what to do
 * @param arguments what the message names beside the element
 */
public record Fault(String file, String elementId, String element, String kind, List<String> arguments) {
}
