/// What tells a case from others, and with which others it belongs: all that a run knows of a case
/// before it is its turn.
public struct CaseHeading: Sendable {
  /// The case number.
  public let number: String
  /// The id of the creditor; nil when the file does not name it.
  public let creditorID: String?
  /// The id of the debtor; nil when the file does not name it.
  public let debtorID: String?
}

extension CaseFile {
  /// What tells the case from others.
  public var heading: CaseHeading {
    CaseHeading(
      number: identifier(of: root) ?? "", creditorID: creditorID(of: root),
      debtorID: debtorID(of: root))
  }
}

extension CaseParser {
  /// What tells the case that was read from others.
  var heading: CaseHeading {
    let core = plan.vocabulary.core
    func identifier(of thing: Int32?) -> String? {
      guard let thing, case let id = slot(core.id, of: thing), id.state == .value else {
        return nil
      }
      return String(decoding: texts.pool[Int(id.first)], as: UTF8.self)
    }
    return CaseHeading(
      number: identifier(of: 0) ?? "",
      creditorID: identifier(of: things(core.creditor, of: 0).first),
      debtorID: identifier(of: things(core.debtor, of: 0).first))
  }
}
