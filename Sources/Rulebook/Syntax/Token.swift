import Values

/// A word, number or sign of a rule block.
struct Token {
  let kind: Kind
  let span: Span

  enum Kind: Equatable {
    /// A lower-case word joined by hyphens; a value may hold `/`.
    case name(String)
    /// A number as written.
    case number(Ratio)
    /// A day.
    case day(CivilDay)
    /// A clock time, seconds since midnight.
    case clock(Int)
    /// A quoted text, without its quotes.
    case text(String)
    /// `§ 9`, `§ 1-2`, `§ 3 a`: the section without the sign.
    case section(String)
    /// `·` and the rest of its line.
    case law(String)
    /// Punctuation or an operator.
    case sign(String)
    /// Something without meaning, which has been reported.
    case fault
    /// The end of the block.
    case end
  }

  /// The token as a person would name it.
  var shown: String {
    switch kind {
    case .end: "the end of the block"
    case .law: "`·`"
    default: "`\(span.text)`"
    }
  }
}
