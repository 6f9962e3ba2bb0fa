package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A Karaf features repository, as far as a release may use one.
 *
 * @param features what it holds
 * @param others names of the elements beside or inside the features that are neither a feature nor a bundle
 */
public record FeatureList(List<Feature> features, List<String> others) {

    /**
     * One feature.
     *
     * @param bundles their addresses, as they are written
     */
    public record Feature(String name, String version, List<String> bundles) {
        public Feature {
            bundles = List.copyOf(bundles);
        }
    }

    public FeatureList {
        features = List.copyOf(features);
        others = List.copyOf(others);
    }

    /** @throws IOException when it is no XML, or asks for what lies outside of it */
    public static FeatureList read(InputStream in) throws IOException {
        try {
            Element root = builder().parse(in).getDocumentElement();
            List<Feature> features = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (Element child : children(root)) {
                if (child.getLocalName().equals("feature")) {
                    features.add(feature(child, others));
                } else {
                    others.add(child.getLocalName());
                }
            }
            return new FeatureList(features, others);
        } catch (SAXException | ParserConfigurationException notXml) {
            throw new IOException("no features repository", notXml);
        }
    }

    private static Feature feature(Element element, List<String> others) {
        List<String> bundles = new ArrayList<>();
        for (Element child : children(element)) {
            if (child.getLocalName().equals("bundle")) {
                bundles.add(child.getTextContent().strip());
            } else if (!child.getLocalName().equals("details")) {
                others.add(child.getLocalName());
            }
        }
        return new Feature(element.getAttribute("name"), element.getAttribute("version"), bundles);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder;
    }
}
