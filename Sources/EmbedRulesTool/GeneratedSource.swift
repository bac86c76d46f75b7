/// The Swift file that carries the documents.
func generatedSource(_ documents: [Document]) -> String {
  let rows = documents.map { "  (\(literal($0.path)), \(literal($0.text))),\n" }.joined()
  return """
    // Written by embed-rules from rules/ at build time. Do not edit.

    /// The documents of rules/ as they stood when the program was built, by relative path.
    let embeddedRuleDocuments: [(path: String, text: String)] = [
    \(rows)]

    /// FNV-1a of the documents, 64 bits in hexadecimal; the same wherever the program was built.
    let embeddedRulesHash = "\(contentHash(documents))"

    """
}

/// A one-line literal that the compiler reads back to exactly the same text.
///
/// What is not plainly visible is escaped: controls, which the compiler refuses or editors change;
/// line separators; marks that join or turn the characters around them.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case " "..."~": result.unicodeScalars.append(scalar)
    default:
      if isVisible(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }
  return result + "\""
}

/// Whether a scalar outside ASCII stands on its own: a letter, number, sign or symbol.
private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator, .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
    false
  default: scalar.value > 127
  }
}

/// FNV-1a, 64 bits, over each path and text, each closed by a byte that UTF-8 never has, so that
/// no text can be moved between neighbours without changing the hash.
func contentHash(_ documents: [Document]) -> String {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for document in documents {
    for part in [document.path, document.text] {
      for byte in Array(part.utf8) + [0xFF] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
