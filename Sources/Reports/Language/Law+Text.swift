import Rulebook

extension Language {
  /// A place in the law as the language writes it: the rules' `s. 1` is `1. pkt.` in Norwegian.
  func citation(_ text: String) -> String {
    guard self == .nb else { return text }
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index + 1 < words.count {
      let number = words[index + 1].prefix { $0.isNumber || $0 == "–" }
      if words[index] == "s.", !number.isEmpty {
        let rest = words[index + 1].dropFirst(number.count)
        words[index] = number.replacing("–", with: ".–") + "."
        words[index + 1] = "pkt." + rest
        index += 1
      }
      index += 1
    }
    return words.joined(separator: " ")
  }
}
