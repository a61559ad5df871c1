import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF whether files keep PDF/UA-1 and PDF/A-3A: one line for each file and standard, of five fields with tabs
 * between them: the file, the standard, how many rules and how many checks there were, and the rules that were broken.
 *
 * The jar at hand has all rules but cannot load them by itself: its own reader of XML was left out of it.
 */
public class Ask {
  private static final String[][] STANDARDS = {{"ua1", "PDFUA-1"}, {"3a", "PDFA-3A"}};

  public static void main(String[] files) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String[] standard : STANDARDS) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard[0]);
      ValidationProfile profile = profile(flavour, standard[1]);
      for (String file : files) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
          PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 200, true, false, false);
          ValidationResult result = validator.validate(parser);
          Set<String> broken = new TreeSet<>();
          for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
              broken.add(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber());
            }
          }
          System.out.println(String.join("\t", file, standard[1], "" + profile.getRules().size(),
              "" + result.getTotalAssertions(), String.join(" ", broken)));
        }
      }
    }
  }

  private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root;
    try (InputStream in = Ask.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
      root = factory.newDocumentBuilder().parse(in).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (Element each : all(root, "rule")) {
      Element id = child(each, "id");
      Element error = child(each, "error");
      List<ErrorArgument> arguments = new ArrayList<>();
      for (Element argument : all(error, "argument")) {
        String called = argument.getAttribute("name");
        arguments.add(ErrorArgumentImpl.fromValues(text(argument), called.isEmpty() ? null : called, null));
      }
      rules.add(Profiles.ruleFromValues(
          Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
              id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
          each.getAttribute("object"),
          each.hasAttribute("deferred") ? Boolean.valueOf(each.getAttribute("deferred")) : null,
          each.getAttribute("tags"), text(child(each, "description")), text(child(each, "test")),
          Profiles.errorFromValues(text(child(error, "message")), arguments), new ArrayList<>()));
    }
    Set<Variable> variables = new HashSet<>();
    for (Element each : all(root, "variable")) {
      variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
          text(child(each, "defaultValue")), text(child(each, "value"))));
    }
    return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)),
        "", rules, variables);
  }

  private static List<Element> all(Element within, String name) {
    NodeList found = within.getElementsByTagNameNS("*", name);
    List<Element> each = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      each.add((Element) found.item(at));
    }
    return each;
  }

  private static Element child(Element within, String name) {
    for (Node each = within.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (name.equals(each.getLocalName())) {
        return (Element) each;
      }
    }
    return null;
  }

  private static String text(Element element) {
    return element == null ? "" : element.getTextContent().trim();
  }
}
