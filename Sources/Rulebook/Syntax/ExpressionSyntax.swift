import Values

/// A name with its place.
struct Name {
  let text: String
  let span: Span
}

/// An expression as written.
struct ExpressionSyntax {
  indirect enum Form {
    case flag(Bool)
    case number(Ratio)
    case quantity(Ratio, unit: Name)
    case day(CivilDay)
    case clock(Int)
    case text(String)
    case never, longAgo
    /// `a.b.c`, with arguments where they are written.
    case path([Name], Arguments)
    /// `( expression ).name.name`.
    case property(ExpressionSyntax, [Name])
    case choice(Name, unit: Name?)
    case quantified(Quantifier, ListSyntax)
    case count(ListSyntax)
    case pick(first: Bool, ListSyntax)
    case aggregate(Aggregate, ExpressionSyntax, ListSyntax)
    case extreme(Extreme, ExpressionSyntax, ExpressionSyntax)
    case comparison(Comparison, ExpressionSyntax, ExpressionSyntax)
    case test(ExpressionSyntax, IsTest, negated: Bool)
    case has(ExpressionSyntax, every: Bool, [ExpressionSyntax])
    case meets(ExpressionSyntax, source: Name?, section: String)
    /// `left of L`: what still stands of items when a money rule's turn comes.
    case left(ListSyntax)
    /// `sum E over date from A through B`.
    case daySum(ExpressionSyntax, from: ExpressionSyntax, through: ExpressionSyntax, Name)
    /// The day of account.
    case today
    /// `commencement of act26 § 20`.
    case commencement(SectionName)
    case not(ExpressionSyntax)
    case all([ExpressionSyntax])
    case any([ExpressionSyntax])
    case arithmetic(Operator, ExpressionSyntax, ExpressionSyntax)
    case otherwise(ExpressionSyntax, ExpressionSyntax)
    case ifUnknown(ExpressionSyntax, ExpressionSyntax)
    case ifUnknownBetween(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    case rounded(ExpressionSyntax, Ratio.Rounding, to: ExpressionSyntax)
  }

  struct Arguments {
    var of: ExpressionSyntax?
    var key: ExpressionSyntax?
    var amount: ExpressionSyntax?
    var day: ExpressionSyntax?
    var isEmpty: Bool { of == nil && key == nil && amount == nil && day == nil }
  }

  enum Quantifier {
    case some, no
    case atLeast(ExpressionSyntax)
    case atMost(ExpressionSyntax)
  }

  enum IsTest {
    case none
    case name(Name, on: ExpressionSyntax?)
    case oneOf([Name])
    case between(ExpressionSyntax, ExpressionSyntax)
  }

  let form: Form
  let span: Span
}

/// What is made of the values over a list.
public enum Aggregate: String, Sendable, CaseIterable {
  /// The sum; of nothing 0.
  case sum
  /// The first day; of nothing `never`.
  case earliest
  /// The last day; of nothing `long-ago`.
  case latest
  /// The largest amount; of nothing 0.
  case largest
  /// The smallest amount; of nothing 0.
  case smallest
}

/// The further one of two values.
public enum Extreme: String, Sendable, CaseIterable {
  /// Of two days.
  case later, earlier
  /// Of two amounts.
  case larger, smaller
}

/// An order between two values.
public enum Comparison: String, Sendable, CaseIterable {
  /// The left is smaller or earlier.
  case less = "<"
  /// The left is at most the right.
  case atMost = "<="
  /// Both are the same.
  case equal = "="
  /// The left is at least the right.
  case atLeast = ">="
  /// The left is larger or later.
  case greater = ">"
}

/// Arithmetic between two values.
public enum Operator: String, Sendable, CaseIterable {
  /// Sum, or a day some time later.
  case plus = "+"
  /// Difference, or a day some time earlier.
  case minus = "-"
  /// Product.
  case times = "*"
  /// Quotient.
  case over = "/"
}

/// A list as written: a noun, narrowed.
struct ListSyntax {
  enum Belonging {
    case each(Name)
    case of(ExpressionSyntax)
    case inside(ExpressionSyntax)
  }

  enum Bound {
    case before(ExpressionSyntax)
    case after(ExpressionSyntax)
    case on(ExpressionSyntax)
    case through(ExpressionSyntax)
    case from(ExpressionSyntax, through: ExpressionSyntax)
    case afterThrough(ExpressionSyntax, through: ExpressionSyntax)
  }

  let noun: Name
  let belonging: Belonging?
  let called: Name?
  /// Which cases it ranges over.
  var reach = Reach.file
  let bound: Bound?
  let condition: ExpressionSyntax?
  let span: Span
}
