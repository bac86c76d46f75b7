import Casebook
import Values

extension Parser {
  /// The parties whose subjects a measure can count together.
  static let measuredParties = ["agency", "creditor"]

  /// What follows `measure`: `by agency, needs 30, reference 93 %`.
  mutating func measure() throws(Diagnostic) -> MeasureSyntax {
    let start = span
    try expect(word: "by", "whose subjects are counted together: `by agency` or `by creditor`")
    let party = try anyName("`agency` or `creditor`")
    guard Self.measuredParties.contains(party.text) else {
      throw Diagnostic(
        "`\(party.text)` is no party that is measured", at: party.span,
        label: nearestName(to: party.text, among: Self.measuredParties)
          .map { "did you mean `\($0)`?" } ?? "",
        help: "write `by agency` or `by creditor`")
    }
    var (needs, reference) = (1, Ratio?.none)
    while take(sign: ",") {
      if take(word: "needs") {
        let place = span
        guard let number = try number("how many subjects a share needs").whole, number > 0 else {
          throw Diagnostic("a share needs a whole number of subjects, from 1", at: place)
        }
        needs = Int(clamping: number)
      } else if take(word: "reference") {
        reference = try share()
      } else {
        throw unexpected("`needs` or `reference`", "what is said of the measure")
      }
    }
    return MeasureSyntax(party: party, needs: needs, reference: reference, span: start)
  }

  private mutating func number(_ purpose: String) throws(Diagnostic) -> Ratio {
    guard case .number(let number) = current.kind else { throw unexpected("a number", purpose) }
    _ = advance()
    return number
  }

  /// A share from nothing to the whole: `93 %` or `0.93`.
  private mutating func share() throws(Diagnostic) -> Ratio {
    let place = span
    var share = try number("the share to compare with")
    if take(sign: "%") { share = (try? share.divided(by: Ratio(100))) ?? share }
    guard share >= .zero, share <= .one else {
      throw Diagnostic(
        "a share lies between 0 and 100 per cent", at: place, help: "write `93 %`")
    }
    return share
  }
}
