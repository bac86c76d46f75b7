extension String {
  /// What stands for a character that a format has no way to write.
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// The text without characters that a format or a terminal cannot take, each replaced.
  func replacing(where isForbidden: (Unicode.Scalar) -> Bool) -> String {
    guard unicodeScalars.contains(where: isForbidden) else { return self }
    var plain = UnicodeScalarView()
    for scalar in unicodeScalars { plain.append(isForbidden(scalar) ? Self.replacement : scalar) }
    return String(plain)
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character beside tab and line ends, which could drive a terminal.
  var isControl: Bool {
    switch self {
    case "\t", "\n", "\r": false
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": true
    default: false
    }
  }
}
