import Files
import Foundation
import Testing

@Suite("What stands at a path") struct FileStatusTests {
  @Test("is told apart, and a link is what it leads to or, if asked, a link") func kinds() throws {
    let workshop = try Workshop()
    try workshop.write("{}", to: "folder/file")
    let files = FileManager.default
    let link = workshop.folder.appending(path: "link").path
    try files.createSymbolicLink(atPath: link, withDestinationPath: "folder")
    let lost = workshop.folder.appending(path: "lost").path
    try files.createSymbolicLink(atPath: lost, withDestinationPath: "nowhere")
    let folder = workshop.folder.appending(path: "folder").path
    #expect(FileStatus(folder)?.kind == .folder)
    #expect(FileStatus(folder + "/file")?.kind == .regular)
    #expect(FileStatus(link)?.kind == .folder)
    #expect(FileStatus(link + "/file")?.kind == .regular)
    #expect(FileStatus(link, followingLinks: false)?.kind == .other)
    #expect(FileStatus("/dev/null")?.kind == .other)
    #expect(FileStatus(lost) == nil && FileStatus(folder + "/none") == nil)
    #expect(FileStatus(lost, followingLinks: false)?.kind == .other)
  }

  @Test("has the permissions that it was given", arguments: [0o600, 0o644, 0o755])
  func permissions(given: Int) throws {
    let workshop = try Workshop()
    try workshop.write("{}", to: "file")
    let file = workshop.folder.appending(path: "file").path
    try FileManager.default.setAttributes([.posixPermissions: given], ofItemAtPath: file)
    #expect(FileStatus(file)?.permissions == UInt32(given))
  }
}
