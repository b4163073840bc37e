#include "render/snapshot/xmp.hpp"

#include "render/vector/svg_canvas.hpp"

namespace chronomap {
std::string xmp_packet(const PictureDetails& details) {
    const auto text_in = [](const char* element, const std::string& text) {
        if (text.empty()) return std::string();
        const std::string name(element);
        return "   <" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_escaped(text) +
               "</rdf:li></rdf:Alt></" + name + ">\n";
    };
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
        "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:chronomap=\"urn:chronomap:view\">\n"
        "   <xmp:CreatorTool>chronomap</xmp:CreatorTool>\n";
    packet += text_in("dc:title", details.title) + text_in("dc:rights", details.credits);
    if (!details.document.empty())
        packet += "   <chronomap:view>" + xml_escaped(details.document) + "</chronomap:view>\n";
    return packet + "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace chronomap
